package dev.s2ioc.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Columns are aligned as Go's text/tabwriter aligns them. */
class TabWriterTest {

    @Test
    void a_column_ends_at_a_line_without_it() {
        assertEquals(
                "Name:\t\tapp\nNamespace:\tdemo\n\nStrategy:\tSource\nURL:\t\thttps://x\n",
                TabWriter.forOpenShift()
                        .line("Name:", "app")
                        .line("Namespace:", "demo")
                        .line()
                        .line("Strategy:", "Source")
                        .line("URL:", "https://x")
                        .toString());
    }

    @Test
    void empty_cells_keep_their_place() {
        assertEquals(
                "Labels:\t\tbuild=app\n\t\tbuildconfig=app\nAnnotations:\tx=y\n",
                TabWriter.forOpenShift()
                        .line("Labels:", "build=app")
                        .line("", "buildconfig=app")
                        .line("Annotations:", "x=y")
                        .toString());
    }

    @Test
    void tables_are_padded_with_blanks_and_the_last_cell_is_not() {
        assertEquals(
                "NAME   TAGS     UPDATED\na      latest   \n",
                TabWriter.forTables()
                        .line("NAME", "TAGS", "UPDATED")
                        .line("a", "latest", "")
                        .toString());
    }

    @Test
    void letters_are_counted_not_bytes() {
        assertEquals(
                "ä   1\nbb  2\n",
                TabWriter.forKubernetes().line("ä", "1").line("bb", "2").toString());
    }

    @Test
    void text_without_a_newline_at_its_end_gets_none() {
        assertEquals("a  b", TabWriter.forKubernetes().print("a\tb").toString());
    }

    /** Whatever is written: no text is lost, and the cells of a column in consecutive lines start at one place. */
    @RepeatedTest(50)
    void cells_of_a_column_start_at_one_place(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        TabWriter writer = TabWriter.forKubernetes();
        List<String[]> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String[] cells = new String[1 + random.nextInt(4)];
            for (int j = 0; j < cells.length; j++) {
                cells[j] = "x".repeat(1 + random.nextInt(9));
            }
            lines.add(cells);
            writer.line(cells);
        }
        String[] aligned = writer.toString().split("\n");
        for (int i = 0; i < aligned.length; i++) {
            assertEquals(String.join(" ", lines.get(i)), aligned[i].replaceAll(" +", " "));
            if (i > 0 && lines.get(i).length > 1 && lines.get(i - 1).length > 1) {
                assertEquals(start(aligned[i - 1], 1), start(aligned[i], 1), aligned[i - 1] + "\n" + aligned[i]);
            }
        }
    }

    private static int start(String line, int column) {
        int at = 0;
        for (int i = 0; i < column; i++) {
            at = line.indexOf(' ', at);
            while (line.charAt(at) == ' ') {
                at++;
            }
        }
        return at;
    }
}
