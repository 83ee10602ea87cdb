package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** KakaoTalk's texts, from the desktop and from a phone. */
class KakaoTalkTest {

    @Test
    void theDesktopsTextHasDaysNamesAndHalvesOfTheDay() {
        assertThat(Exports.told(Exports.detected("talk.txt", """
                박민수 님과 카카오톡 대화
                저장한 날짜 : 2025-06-27 15:20:41

                --------------- 2025년 6월 26일 목요일 ---------------
                [박민수] [오후 12:20] 견적 부탁드려요
                [Lena] [오후 12:25] 2.40달러
                최소 300개
                [박민수] [오후 12:26] 사진 2장
                [Lena] [오후 12:27] 파일: PI.pdf
                [박민수] [오후 12:28] 삭제된 메시지입니다.
                """))).containsExactly(
                "2025-06-26T12:20:00Z 박민수: 견적 부탁드려요", "2025-06-26T12:25:00Z Lena> 2.40달러\n최소 300개",
                "2025-06-26T12:26:00Z 박민수:  + +", "2025-06-26T12:27:00Z Lena>  +PI.pdf",
                "2025-06-26T12:28:00Z 박민수: *삭제된 메시지입니다.");
    }

    @Test
    void aPhonesTextHasTheDayInEachRow() {
        assertThat(Exports.told(Exports.detected("KakaoTalkChats.txt", """
                박민수 님과 카카오톡 대화
                저장한 날짜 : 2025년 6월 27일 오후 3:20


                2025년 6월 26일 오전 12:01
                2025년 6월 26일 오전 12:01, 박민수 : 안녕하세요
                둘째 줄
                2025년 6월 26일 오전 12:02, 박민수님이 나갔습니다.
                """))).containsExactly("2025-06-26T00:01:00Z 박민수: 안녕하세요\n둘째 줄", "2025-06-26T00:02:00Z -: *박민수님이 나갔습니다.");
    }
}
