package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;

/** The forms in which people have their WeChat conversations. */
class WeChatTest {

    @Test
    void memoTracesTextHasBlankLinesWithinWordsAndRepliesAtTheirEnd() {
        List<Message> messages = Exports.detected("陈静.txt", """
                2025-06-25 10:00:01 陈静
                第一行

                第三行 2025-06-25 10:00:01 不是头

                2025-06-25 10:02:30 孙丽
                好的
                引用:陈静:第一行

                2025-06-25 10:03:00 你撤回了一条消息

                2025-06-25 10:04:00 陈静
                [文件]报价单.xlsx

                """);
        assertThat(Exports.told(messages)).containsExactly(
                "2025-06-25T10:00:01Z 陈静: 第一行\n\n第三行 2025-06-25 10:00:01 不是头",
                "2025-06-25T10:02:30Z 孙丽> 好的",
                "2025-06-25T10:03:00Z -: *你撤回了一条消息",
                "2025-06-25T10:04:00Z 陈静:  +报价单.xlsx");
        assertThat(messages.get(1).body().quoted()).isEqualTo("第一行");
    }

    @Test
    void aLogIsNoConversation() {
        ExportHead log = ExportHead.of("server.log", """
                2025-06-25 10:00:01 INFO started
                2025-06-25 10:00:02 INFO listening
                  at port 80
                2025-06-25 10:00:03 WARN slow
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(ChatFormats.of(log)).isEmpty();
    }

    static final String TABLE = """
            localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender
            1,3,1,0,0,1750816801,,样品？,2025-06-25 10:00:01,陈静 深圳,静,wxid_cj
            2,3,1,0,1,1750816950,,"今天
            寄",2025-06-25 10:02:30,,孙丽,wxid_sl
            3,3,49,6,0,1750817112,,"<?xml version=""1.0""?><msg><appmsg><title>PI-7.pdf</title></appmsg></msg>",2025-06-25 10:05:12,陈静 深圳,静,wxid_cj
            4,3,49,57,0,1750817113,,"<msg><appmsg><title>可以吗</title><refermsg><displayname>孙丽</displayname><content>今天寄</content></refermsg></appmsg></msg>",2025-06-25 10:05:13,陈静 深圳,静,wxid_cj
            5,3,48,0,0,1750817114,,"<msg><location label=""深圳市南山区"" poiname=""科兴科学园""/></msg>",2025-06-25 10:05:14,陈静 深圳,静,wxid_cj
            6,3,10000,0,0,1750817115,,"陈静撤回了一条消息",2025-06-25 10:05:15,陈静 深圳,静,wxid_cj
            """;

    @Test
    void memoTracesTableTellsWhoWeAreAndItsXmlIsNeverText() {
        List<Message> messages = Exports.detected("陈静_utf8.csv", "\ufeff" + TABLE);
        assertThat(Exports.told(messages)).containsExactly(
                "2025-06-25T02:00:01Z 陈静 深圳: 样品？",
                "2025-06-25T02:02:30Z 孙丽> 今天\n寄",
                "2025-06-25T02:05:12Z 陈静 深圳:  +PI-7.pdf",
                "2025-06-25T02:05:13Z 陈静 深圳: 可以吗",
                "2025-06-25T02:05:14Z 陈静 深圳: 科兴科学园\n深圳市南山区",
                "2025-06-25T02:05:15Z -: *陈静撤回了一条消息");
        assertThat(messages.get(3).body().quoted()).isEqualTo("今天寄");
        assertThat(messages.getFirst().from().address()).isEqualTo("wxid_cj");
        assertThat(messages.getFirst().localTime()).hasToString("2025-06-25T10:00:01");
    }

    @Test
    void anotherMachinesNumbersAndANewRemarkMakeNoOtherMessages() {
        String again = TABLE.replace("\n1,3,", "\n900,8,").replace("\n2,3,", "\n901,8,").replaceAll("\n([3456]),3,", "\n90$1,8,").replace("陈静 深圳", "陈总");
        assertThat(Exports.detected("陈总.csv", again)).extracting(Message::key)
                .isEqualTo(Exports.detected("陈静_utf8.csv", TABLE).stream().map(Message::key).toList());
    }

    @Test
    void theNewTableHasWordsForKinds() {
        List<Message> messages = Exports.detected("陈静.csv", "\ufeff消息ID,类型,发送人,时间,内容,备注,昵称,更多信息\n"
                + "7,文本,陈静,2025-06-25 10:00:01,样品？,,静,\n8,图片,我,2025-06-25 10:00:09,,,,\n9,系统消息,,2025-06-25 10:01:00,你们已成为好友,,,\n");
        assertThat(Exports.told(messages)).containsExactly(
                "2025-06-25T10:00:01Z 陈静: 样品？", "2025-06-25T10:00:09Z 我>  +", "2025-06-25T10:01:00Z -: *你们已成为好友");
    }

    @Test
    void thePagesMessagesStandInItsScript() {
        List<Message> messages = Exports.detected("陈静.html", """
                <html><head><title>陈静</title></head><body><script>const chatMessages = [
                { type:0, text:'2025-06-25 10:00',is_send:0,avatar_path:'',timestamp:'' },
                { type:1, text:'样品\\'A\\'<br>什么时候寄 &amp; 价格？',is_send:0,avatar_path:'./a.jpg',timestamp:1750816801,is_chatroom:0,displayname:'陈静'},
                { type:3, text:'./image/1.jpg',is_send:1,avatar_path:'',timestamp:1750816950,is_chatroom:0,displayname:'孙丽'},
                ]</script></body></html>
                """);
        assertThat(Exports.told(messages)).containsExactly(
                "2025-06-25T02:00:01Z 陈静: 样品'A'\n什么时候寄 & 价格？", "2025-06-25T02:02:30Z 孙丽>  +1.jpg");
        assertThat(messages.getFirst().chat()).isEqualTo("陈静");
    }

    @Test
    void aForwardedConversationNamesTheMailsAttachments() {
        String text = """
                Dear：

                陈静 和 孙丽 在微信上的聊天记录如下，请查收。

                —————  2025-03-18  —————


                陈静  09:02

                样品什么时候寄？

                谢谢

                孙丽  09:05

                [图片: 8b0a77.jpg(请在附件中查看)]

                —————  2025-03-19  —————

                陈静  00:10

                收到
                """;
        List<Message> messages = Exports.detected(
                "聊天记录.txt", text.getBytes(StandardCharsets.UTF_8), Map.of("8b0a77.jpg", new byte[3]), ZoneId.of("Asia/Shanghai"));
        assertThat(Exports.told(messages)).containsExactly(
                "2025-03-18T01:02:00Z 陈静: 样品什么时候寄？\n\n谢谢", "2025-03-18T01:05:00Z 孙丽>  +!8b0a77.jpg",
                "2025-03-18T16:10:00Z 陈静: 收到");
    }

    @Test
    void aTableInGb18030IsReadToo() {
        byte[] bytes = TABLE.getBytes(java.nio.charset.Charset.forName("GB18030"));
        assertThat(Exports.detected("x.csv", bytes, Map.of(), ZoneOffset.UTC).getFirst().body().plain()).isEqualTo("样品？");
    }
}
