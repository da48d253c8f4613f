"""Draw the pictures of the sample blog into `blog/assets/img`: `python -m draw` in `sample_site`.

The files are small, the same at each run, and committed.
"""

from __future__ import annotations

import math
from pathlib import Path

from .png import satellite
from .scenes import (
    bars,
    books,
    boxes,
    buoy,
    certificate,
    chart,
    lighthouse,
    network,
    planks,
    room,
    route,
    ship,
    squid,
)
from .shapes import GOLD, LEAF, RED, SEA

IMAGES = Path(__file__).parent.parent / "blog" / "assets" / "img"
RIVER = ((40, 70), (150, 110), (230, 90), (340, 150), (450, 170), (600, 225))
ISLAND = ((90, 90), (240, 60), (420, 80), (540, 170), (300, 215), (90, 90))


def tide(t: float) -> float:
    """Return a spring-neap tide over the unit interval."""
    return 0.5 + (0.26 + 0.16 * math.cos(4 * math.pi * t)) * math.sin(60 * t)


def warm(t: float) -> float:
    """Return the water's warmth over the unit interval."""
    return 0.6 + 0.1 * math.sin(6 * t)


PICTURES: dict[str, str] = {
    "lighthouse.svg": lighthouse("물때 노트"),
    "2021/first-plot.svg": chart("목포항 조위, 한 달", (SEA, tide)),
    "2021/challenge.svg": chart(
        "수온 예측과 실제",
        (SEA, lambda t: 0.4 + 0.3 * math.sin(7 * t)),
        (RED, lambda t: 0.35 + 0.35 * math.sin(7 * t + 0.5)),
    ),
    "2021/licence.svg": certificate("조종면허 2급", "동력수상레저기구"),
    "2021/buoy-v1.svg": buoy("부표 1호기", GOLD),
    "2021/cruise.svg": ship("남해 한 바퀴"),
    "2021/award.svg": certificate("장려상", "캡스톤 경진대회"),
    "2022/buoy-v2.svg": buoy("부표 2호기", RED),
    "2022/wave-cup.svg": bars("공개 순위", ("1등", 1), ("30등", 0.93), ("58등 (우리)", 0.9)),
    "2022/wave-cup-shake.svg": bars("최종 순위", ("1등", 0.97), ("58등", 0.88), ("214등 (우리)", 0.71)),
    "2022/dashboard.svg": chart("오늘의 수온과 파고", (RED, warm), (SEA, tide)),
    "2022/exam.svg": bars("정보처리기사 실기", ("합격선", 0.6), ("내 점수", 0.57)),
    "2022/ride.svg": route(
        "섬진강 149 km", ((40, 70), (150, 110), (230, 90), (340, 150), (450, 170), (600, 225))
    ),
    "2022/edge.svg": boxes("작은 서버", "부표", "창고 서버", "육지", "그래프"),
    "2022/edge-uptime.svg": bars("가동률", ("7월", 0.98), ("8월", 0.995), ("9월", 1)),
    "2022/fair.svg": certificate("최우수상", "해양과학 학술제"),
    "2022/intern.svg": room("바다눈금에 오신 것을 환영합니다", 6),
    "2022-daon/migration.svg": bars("옮긴 노선", ("3월", 0.1), ("6월", 0.45), ("9월", 0.8), ("12월", 1)),
    "2022-daon/seasick-forecast.svg": bars("흔들림 예보", ("뱃머리", 0.9), ("배꼬리", 0.7), ("가운데", 0.3)),
    "2022-daon/books.svg": books(31),
    "2023/pipeline.svg": boxes("점검 기록", "부이 38기", "모으기", "검사", "보고서"),
    "2023/class.svg": room("변수는 도시락 통이다", 6),
    "2023/certificate.svg": certificate("정보처리기사", "합격 71점"),
    "2023/hakodate.svg": lighthouse("언덕에서 본 항구"),
    "2023/squid.svg": squid(),
    "2023/poster.svg": room("잃어버려도 괜찮은 관측망", 4),
    "2023/buoy-v3.svg": buoy("부표 3호기", LEAF),
    "2023-nora/slipway.svg": bars("Slipway", ("plank", 1), ("caulk", 0.7), ("paint", 0.5), ("launch", 0.2)),
    "2023-nora/petrel.svg": planks(),
    "2023-aoi/network.svg": network("函館湾"),
    "2023-aoi/two-ports.svg": chart("函館と木浦の水温", (SEA, tide), (RED, lambda t: tide(t - 0.08))),
    "2023-zhixia/island.svg": route(
        "环岛 312 公里", ((90, 90), (240, 60), (420, 80), (540, 170), (300, 215), (90, 90))
    ),
}


def main() -> None:
    """Write every picture."""
    for name, text in PICTURES.items():
        file = IMAGES / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (IMAGES / "2023" / "red-tide.png").write_bytes(satellite(480, 270))


if __name__ == "__main__":
    main()
