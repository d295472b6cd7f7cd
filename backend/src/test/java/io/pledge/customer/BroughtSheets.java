package io.pledge.customer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;

/** Brings sheets as somebody does who enters the customers of a company. */
record BroughtSheets(CustomerFiles files, Staff staff) {
    static final int ALL = 1_000;

    PersonId admin() {
        return person("admin");
    }

    PersonId person(String username) {
        return staff.byUsername(username).orElseThrow().id();
    }

    BroughtFile bring(Sheet sheet, String... lines) throws FileRefused {
        return bring(sheet, String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    BroughtFile bring(Sheet sheet, byte[] content) throws FileRefused {
        return files.find(files.bring(sheet, sheet.word() + ".csv", content, admin()), admin()).orElseThrow();
    }

    DryRun look(BroughtFile file) {
        return files.look(file, ALL);
    }

    /** What looking at a file says of its bad lines, a line each. */
    List<String> bad(Sheet sheet, String... lines) throws FileRefused {
        return look(bring(sheet, lines)).bad().stream()
                .map(bad -> Stream
                        .of(bad.line(), String.valueOf(bad.column()), bad.problem(), bad.value(), bad.number())
                        .map(String::valueOf).reduce((a, b) -> a + " " + b).orElseThrow().replace("  ", " "))
                .toList();
    }

    /** Brings a file and imports it at once. */
    BroughtFile take(Sheet sheet, String... lines) throws FileRefused {
        return take(bring(sheet, lines));
    }

    BroughtFile take(BroughtFile file) {
        files.take(file, look(file).seen(), admin());
        return files.find(file.id(), admin()).orElseThrow();
    }

    /** A mill and a plant with one of everything. */
    void millAndPlant() throws FileRefused {
        take(Sheet.CUSTOMERS, "key,name,language,zone,account_manager",
                "mill,Old Mill,en,Europe/Warsaw,account-manager", "plant,\"Plant, north\",zh-CN,Asia/Shanghai,");
        take(Sheet.CONTRACTS, "customer,number,level,calendar,from,to", "mill,K-1,gold,always,2026-01-01,",
                "plant,K-2,Basic,,2025/1/4,2027/12/31");
        take(Sheet.SITES, "customer,name,zone,unit", "mill,Hall 1,Europe/Warsaw,warsaw",
                "plant,一号厂房,Asia/Shanghai,shanghai");
        take(Sheet.CONTACTS, "customer,name,email,phone,language,role",
                "mill,Ann,ann@mill.example,+48 22 555 0199,en,=Shift",
                "plant,李雷,,021 5555 0101,zh-CN,");
        take(Sheet.SERVICES, "customer,name,contract,site,every,next,lead_days",
                "mill,Battery test,k-1,Hall 1,P1Y,2026-12-12,14", "plant,年度巡检,K-2,一号厂房,P6M,2027-01-15,30");
        take(Sheet.EQUIPMENT, "customer,serial,product,site,warranty_until", "mill,SN-1,UPS-900,Hall 1,2028-01-31",
                "plant,SN-2,RM-3000,一号厂房,");
    }
}
