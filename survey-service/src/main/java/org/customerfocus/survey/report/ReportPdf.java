package org.customerfocus.survey.report;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.customerfocus.survey.report.Plot.Bar;
import org.customerfocus.survey.report.Plot.Dot;
import org.customerfocus.survey.report.Plot.Line;
import org.customerfocus.survey.report.Plot.Mark;
import org.customerfocus.survey.report.Plot.Words;
import org.customerfocus.survey.report.Report.Exhibit;
import org.customerfocus.survey.report.Report.Section;
import org.customerfocus.survey.report.Report.Table;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// Writes a report as PDF, page by page. The fonts know Latin, Greek and Cyrillic letters; they are
/// read for each file and not kept.
final class ReportPdf {

  private static final Color INK = Color.BLACK;
  private static final Color SOFT = new Color(0x57606a);
  private static final Color GRID = new Color(0xd0d7de);
  private static final Color BAND = new Color(0xf6f8fa);
  private static final Color SERIES = new Color(0x0550ae);
  private static final Color BARS = new Color(0x8fb0d9);
  private static final float MARGIN = 42;
  private static final float SCALE = 0.8f;

  private final BaseFont regular = font("LiberationSans-Regular.ttf");
  private final BaseFont bold = font("LiberationSans-Bold.ttf");
  private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
  private final PdfWriter writer;

  private ReportPdf(OutputStream out) {
    writer = PdfWriter.getInstance(document, out);
  }

  static void write(Report report, OutputStream out) {
    ReportPdf pdf = new ReportPdf(out);
    pdf.document.addTitle(report.title());
    pdf.document.open();
    pdf.paragraph(report.title(), new Font(pdf.bold, 18, Font.NORMAL, INK), 0);
    pdf.paragraph(report.summary(), new Font(pdf.regular, 9, Font.NORMAL, SOFT), 4);
    report.sections().forEach(pdf::section);
    pdf.document.close();
  }

  private void section(Section section) {
    paragraph(section.heading(), new Font(bold, 13, Font.NORMAL, INK), 18);
    paragraph(section.note(), new Font(regular, 9, Font.NORMAL, SOFT), 2);
    section.exhibits().forEach(this::exhibit);
  }

  private void exhibit(Exhibit exhibit) {
    if (exhibit.plot() != null) {
      document.add(picture(exhibit.plot()));
    }
    paragraph(exhibit.table().caption(), new Font(regular, 8, Font.NORMAL, SOFT), 8);
    document.add(table(exhibit.table()));
  }

  private void paragraph(String text, Font font, float before) {
    Paragraph paragraph = new Paragraph(text, font);
    paragraph.setSpacingBefore(before);
    paragraph.setSpacingAfter(4);
    paragraph.setKeepTogether(true);
    document.add(paragraph);
  }

  private PdfPTable table(Table table) {
    float[] widths = new float[table.columns().size()];
    java.util.Arrays.fill(widths, 1);
    widths[0] = 2.2f;
    PdfPTable grid = new PdfPTable(widths);
    grid.setWidthPercentage(100);
    grid.setHeaderRows(1);
    grid.setSpacingBefore(2);
    grid.setSpacingAfter(8);
    Font head = new Font(bold, 8, Font.NORMAL, INK);
    Font body = new Font(regular, 8, Font.NORMAL, INK);
    for (int i = 0; i < widths.length; i++) {
      PdfPCell cell = cell(table.columns().get(i), head, i);
      cell.setBackgroundColor(BAND);
      grid.addCell(cell);
    }
    table
        .rows()
        .forEach(
            row -> {
              grid.addCell(cell(row.name(), body, 0));
              for (int i = 0; i < row.cells().size(); i++) {
                grid.addCell(cell(row.cells().get(i), body, i + 1));
              }
            });
    return grid;
  }

  private static PdfPCell cell(String text, Font font, int column) {
    PdfPCell cell = new PdfPCell(new Phrase(text, font));
    cell.setBorderColor(GRID);
    cell.setPadding(3);
    cell.setHorizontalAlignment(column == 0 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
    return cell;
  }

  /// A plot is drawn once, in its own units, and put on the page as a picture that stays whole.
  private Image picture(Plot plot) {
    PdfTemplate canvas =
        writer.getDirectContent().createTemplate((float) Plot.WIDTH, (float) plot.height());
    plot.marks().forEach(mark -> draw(mark, canvas, (float) plot.height()));
    Image image = Image.getInstance(canvas);
    image.scalePercent(SCALE * 100);
    image.setSpacingBefore(6);
    image.setAlt(plot.title());
    return image;
  }

  private void draw(Mark mark, PdfContentByte canvas, float height) {
    switch (mark) {
      case Line line -> {
        canvas.setColorStroke(
            switch (line.ink()) {
              case GRID -> GRID;
              case SERIES -> SERIES;
              case STRONG -> INK;
            });
        canvas.setLineWidth(line.ink() == Plot.Ink.SERIES ? 2 : 1);
        canvas.moveTo((float) line.x1(), height - (float) line.y1());
        canvas.lineTo((float) line.x2(), height - (float) line.y2());
        canvas.stroke();
      }
      case Bar bar -> {
        canvas.setColorFill(BARS);
        canvas.rectangle(
            (float) bar.x(),
            height - (float) (bar.y() + bar.height()),
            (float) bar.width(),
            (float) bar.height());
        canvas.fill();
      }
      case Dot dot -> {
        canvas.setColorFill(SERIES);
        canvas.circle((float) dot.x(), height - (float) dot.y(), 4);
        canvas.fill();
      }
      case Words words -> {
        canvas.setColorFill(words.soft() ? SOFT : INK);
        canvas.beginText();
        canvas.setFontAndSize(regular, (float) Plot.FONT - 1);
        canvas.showTextAligned(
            switch (words.anchor()) {
              case START -> Element.ALIGN_LEFT;
              case MIDDLE -> Element.ALIGN_CENTER;
              case END -> Element.ALIGN_RIGHT;
            },
            words.text(),
            (float) words.x(),
            height - (float) words.y(),
            0);
        canvas.endText();
      }
    }
  }

  private static BaseFont font(String name) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("liberation/" + name)) {
      if (in == null) {
        throw new IllegalStateException("There is no font %s on the class path".formatted(name));
      }
      return BaseFont.createFont(
          name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
