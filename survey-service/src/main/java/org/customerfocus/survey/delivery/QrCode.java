package org.customerfocus.survey.delivery;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A QR code (ISO/IEC 18004) as SVG. One unit is one module; four empty ones around are the quiet
/// zone that scanners need. Level M: 15 % of it may be dirty or torn.
final class QrCode {

  private static final int QUIET_ZONE = 4;

  private QrCode() {}

  /// @param content what a scanner reads
  /// @param title what it is, for those who do not see it
  /// @param description where it leads, for them as well
  static String svg(String content, String title, String description) {
    BitMatrix modules = modules(content);
    int size = modules.getWidth();
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$d" height="%2$d" \
        role="img" aria-labelledby="qr-title qr-description" shape-rendering="crispEdges">
        <title id="qr-title">%3$s</title>
        <desc id="qr-description">%4$s</desc>
        <rect width="%1$d" height="%1$d" fill="#ffffff"/>
        <path fill="#000000" d="%5$s"/>
        </svg>
        """
        .formatted(size, size * 8, escaped(title), escaped(description), path(modules));
  }

  private static BitMatrix modules(String content) {
    try {
      return new QRCodeWriter()
          .encode(
              content,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  QUIET_ZONE));
    } catch (WriterException e) {
      throw new IllegalStateException("The address of a link fits any QR code", e);
    }
  }

  /// A rectangle for each run of dark modules in a row.
  private static String path(BitMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int end = x;
        while (end < modules.getWidth() && modules.get(end, y)) {
          end++;
        }
        if (end > x) {
          path.append("M%d %dh%dv1h-%dz".formatted(x, y, end - x, end - x));
        }
        x = end + 1;
      }
    }
    return path.toString();
  }

  static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\t\n\r]]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
