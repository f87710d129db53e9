/* A QR code as one filled path. */
#include "report/draw.h"

#include <qrencode.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(QRcode, QRcode_free)

void qr_draw(cairo_t *cairo, const char *address, double x, double y, double side)
{
    g_autoptr(QRcode) code = QRcode_encodeString(address, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (!code)
        return;
    double module = side / code->width;
    for (int row = 0; row < code->width; row++)
        for (int from = 0, to; from < code->width; from = to + 1) {
            const unsigned char *modules = code->data + row * code->width;
            for (to = from; to < code->width && modules[to] & 1; to++)
                ;
            if (to > from)
                cairo_rectangle(cairo, x + from * module, y + row * module, (to - from) * module, module);
        }
    cairo_fill(cairo);
}
