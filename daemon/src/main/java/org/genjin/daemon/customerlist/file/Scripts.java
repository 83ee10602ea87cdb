package org.genjin.daemon.customerlist.file;

import org.genjin.index.Chinese;

/** What kind of letter a character is, as far as that tells encodings apart. */
final class Scripts {

    /** Letters that Western, Polish, Czech, Hungarian, Romanian and Turkish people and firms have in their names. */
    private static final String LATIN = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœšžąćęłńóśźżčďěňřťůőűăâîșşțğıÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽĄĆĘŁŃŚŹŻČĎĚŇŘŤŮŐŰĂȘŞȚĞİ";
    /** Of the Chinese characters those that lists of customers are full of: trade, countries, names, dates. */
    private static final String HAN = "的一是不了人我在有他这中大来上个国说们为和地要出会时年可以客户公司联系人电话手机邮箱备注等级国家地区编号名称职务星级记录上次下次跟进"
            + "发报价样品成交订单展询盘老新美英德法俄日韩意西班牙巴印度埃及南非泰越土耳其墨哥智利秘鲁波兰荷摩洛肯尼亚加拿大澳利阿联酋沙特哈萨克斯坦乌兹别白马来加坡台湾香港"
            + "有限贸易进口电器灯具五金工业材料集团经理采购总监老板先生女士小姐张王李陈林黄周吴徐孙胡朱高郭何罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶"
            + "月日号元美金付款定金尾款货期到账单证书要求确认回复邮件没未已寄快递最近时间来源产品状态类型";
    private static final String MARKS = "–—‘’“”„…•€£¥§©®°·«»“”，。、；：（）！？【】《》★☆〈〉・–＋－／　％¿¡№ªº²³½¼×±،؛؟";

    private Scripts() {}

    enum Kind {
        LATIN,
        CYRILLIC,
        GREEK,
        ARABIC,
        HEBREW,
        THAI,
        HAN,
        KANA,
        HANGUL,
        OTHER
    }

    static Kind kind(int point) {
        if (!Character.isLetter(point)) {
            return Kind.OTHER;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case LATIN -> Kind.LATIN;
            case CYRILLIC -> Kind.CYRILLIC;
            case GREEK -> Kind.GREEK;
            case ARABIC -> Kind.ARABIC;
            case HEBREW -> Kind.HEBREW;
            case THAI -> Kind.THAI;
            case HAN -> Kind.HAN;
            case HIRAGANA, KATAKANA -> Kind.KANA;
            case HANGUL -> Kind.HANGUL;
            default -> Kind.OTHER;
        };
    }

    static boolean isCommonHan(int point) {
        return HAN.indexOf(Chinese.simplified(Character.toString(point))) >= 0;
    }

    /** Katakana of half the width, which nobody types but which single bytes turn into where the encoding is another. */
    static boolean isNarrowKana(int point) {
        return point >= 0xFF61 && point <= 0xFF9F;
    }

    static boolean isCommonLatin(int point) {
        return LATIN.indexOf(point) >= 0;
    }

    static boolean isPlainMark(int point) {
        return MARKS.indexOf(point) >= 0;
    }
}
