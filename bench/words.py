"""The words that the posts of a benchmark are made of: sentences with places for others, in Korean."""

from __future__ import annotations

CATEGORIES = ("개발", "데이터", "일상", "독서", "여행")
TAGS = tuple(
    "파이썬 러스트 배포 시험 그래프 바다 조류 관측 지도 통계 시계열 회고 글쓰기 달리기 커피 사진 책 기차 섬 등대 "
    "모형 학습 검색 캐시 로그 장비 센서 날씨 음악 정리".split()
)
THINGS = tuple(
    "관측값|배포 절차|오래된 코드|느린 질의|시험 자료|작은 그림|문서의 첫 장|지난달의 기록|조류 예보|장비 목록|"
    "두 번째 모형|새 화면|밀린 편지|책상 서랍|경보 규칙|측정 주기|사진첩|달리기 기록".split("|")
)
TIMES = tuple(
    "아침마다|주말에|3월의 어느 날|비가 오던 날|마감 전날|처음으로|한참 뒤에|여름 내내|퇴근길에|물때에 맞추어".split(
        "|"
    )
)
PEOPLE = tuple("동료|친구|선배|후배|옆자리 사람|모임 사람들|가족|스터디원".split("|"))
SENTENCES = (
    "{time} {thing}부터 다시 살펴보았습니다.",
    "{thing} 하나를 고치는 데 {number}시간이 걸렸지만, 그만큼 **{thing}**의 뜻을 알게 되었습니다.",
    "{person}의 도움으로 {thing}까지 `{code}` 한 줄로 줄였고, 결과는 {number}% 나아졌습니다.",
    '{time} {person}에게 물어보니 "{thing} 먼저"라는 답이 돌아왔습니다.',
    "[{thing}](https://example.org/notes/{number})에 적어 둔 대로, {time} {thing}도 함께 정리했습니다.",
    "그때는 *{thing}*만 보였는데, 지금 보니 {thing}까지 이어져 있었습니다.",
    "{number}번의 시도 끝에 {thing} 쪽이 먼저 끝났고, {thing} 쪽은 다음으로 미루었습니다.",
    "{thing}, {thing} 그리고 {thing} -- 셋 가운데 무엇이 먼저인지 {time} 정했습니다.",
    "{person}에게서 들은 이야기 덕분에 {thing}의 순서를 바꾸었습니다 🙂.",
    "솔직히 {time} 그만두고 싶었지만, {thing}만은 끝까지 남겨 두었습니다.<br/>",
)
OUTCOMES = ("최우수상 🏆", "합격", "3위 🥉", "완료", "1저자 논문 게재", "실패")
WORKS = tuple(
    "사내 발표|데이터 공모전|관측 대시보드|하프 마라톤|독서 모임|오픈소스 기여|자격증 시험|학회 발표|이사|"
    "봉사 활동|졸업 논문|동아리 운영".split("|")
)
TOPICS = tuple(
    "바꾼 까닭|하루 만에 익히기|느렸던 이유|세 번 틀린 이야기|정리|처음부터 다시|남긴 것|고르는 법".split("|")
)
CODE = (
    (
        "python",
        "def mean(values):\n    total = sum(values)\n    return total / len(values) if values else {number}\n",
    ),
    ("bash", 'for file in tide-*.csv; do\n  sort --unique "$file" | head -{number}\ndone\n'),
    ("sql", "SELECT station, avg(level)\nFROM tide WHERE hour > {number}\nGROUP BY station;\n"),
    ("yaml", "station: harbour-{number}\nevery: 10m\nkeep: true\n"),
)
