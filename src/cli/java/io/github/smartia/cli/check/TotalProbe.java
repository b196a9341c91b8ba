package io.github.smartia.cli.check;

import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.SessionStream;
import java.util.List;

/** Whether {@code total} can be true. No request. */
final class TotalProbe implements Probe {

    private static final String NOT_BELIEVED = "Does not stop at a full page, whatever total says.";

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) {
        List<Page> all = evidence.pages().stream()
                .filter(page -> page.search().stream() == SessionStream.COMPLETED)
                .toList();
        evidence.pages().forEach(page -> tooSmall(page, findings));
        long most = all.stream().mapToLong(Page::total).max().orElse(0);
        long least = all.stream().mapToLong(Page::total).min().orElse(0);
        boolean shrinks = false;
        for (int i = 1; i < all.size(); i++) {
            shrinks |= all.get(i).total() < all.get(i - 1).total();
        }
        if (shrinks) {
            findings.remark(Assumption.TOTAL, NOT_BELIEVED, "between %d and %d for the same request", least, most);
        } else {
            findings.ok(Assumption.TOTAL, "%d completed sessions, and no contradiction", most);
        }
    }

    private static void tooSmall(Page page, Findings findings) {
        long shown = page.search().offset() + page.size();
        if (page.size() > 0 && page.total() < shown) {
            findings.remark(Assumption.TOTAL, NOT_BELIEVED, "%d are counted, %d are shown", page.total(), shown);
        }
    }
}
