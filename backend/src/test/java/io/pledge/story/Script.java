package io.pledge.story;

import java.util.Locale;

/** What the people of the story write, in their language. */
record Script(String name, String address, String serial, String complaint, String again, String reply, String hold,
        String escalate, String instructions, String cause, String remedy, String prevention, String solved, String no,
        String comment, String call, String ruling) {

    static Script in(Locale language) {
        return language.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    private static final Script ENGLISH = new Script("Hanna Vogt", "hanna.vogt@rheinau-clinic.example", "UPS9-10877",
            "The UPS of theatre 2 switches to battery twice a night. Nobody told us anything since Monday.",
            "The UPS of theatre 3 switches to battery at night, too.",
            "I am sorry, Ms Vogt. I have read the event log and call the night shift before I write again.",
            "Please send us the log of last night.", "The inverter shows a fault we do not know here.",
            "Set the input window to 12 % and watch one night.", "The input voltage left the narrow window at night",
            "Input window of the UPS set from 8 to 12 %", "Check the window of every UPS at delivery",
            "We have set the input window wider and watched one night: no switch to battery any more.",
            "It switched to battery again last night.",
            "Solved in the end, but for a whole afternoon we heard nothing.",
            "Apologised for the afternoon without word; agreed on a direct number for the theatres.",
            "The next word was promised for the hour and came after it, with nobody on hold.");

    private static final Script CHINESE = new Script("赵灵", "ling.zhao@rheinau-clinic.example", "UPS9-10878",
            "二号手术室的不间断电源每晚两次切到电池。从周一起没有人答复我们。", "三号手术室的不间断电源夜里也切到电池。",
            "赵工，对不起。事件记录我已看过，先联系夜班，再给您答复。", "请把昨夜的事件记录发给我们。", "逆变器报的故障我们这里没见过。",
            "把输入电压窗口调到 12%，观察一夜。", "夜间输入电压超出过窄的窗口", "输入电压窗口由 8% 调到 12%", "交付时逐台检查输入窗口",
            "输入窗口已放宽，并观察了一夜，没有再切到电池。", "昨夜又切到电池了。", "最后解决了，但整个下午没有一点消息。",
            "为一下午没有消息道歉，并商定了手术室专线电话。", "承诺的答复时间已过才答复，其间没有挂起。");
}
