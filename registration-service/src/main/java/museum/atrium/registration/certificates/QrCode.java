package museum.atrium.registration.certificates;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** An address as a picture that phones read. */
final class QrCode {

    private static final int DOTS_PER_MODULE = 8;
    private static final int WHITE = 0xFFFFFF;
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2);

    private QrCode() {}

    /** @return a PNG in a data URI */
    static String of(URI address) {
        try (ByteArrayOutputStream png = new ByteArrayOutputStream();
                MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(png)) {
            // Zero in size: a module is a dot.
            BitMatrix modules = new QRCodeWriter().encode(address.toString(), BarcodeFormat.QR_CODE, 0, 0, HINTS);
            ImageIO.write(picture(modules), "png", image);
            image.flush();
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException impossible) {
            throw new IllegalStateException("a web address fits into a QR code", impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory is written to", impossible);
        }
    }

    private static BufferedImage picture(BitMatrix modules) {
        BufferedImage picture = new BufferedImage(
                modules.getWidth() * DOTS_PER_MODULE,
                modules.getHeight() * DOTS_PER_MODULE,
                BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, modules.get(x / DOTS_PER_MODULE, y / DOTS_PER_MODULE) ? 0 : WHITE);
            }
        }
        return picture;
    }
}
