/* The least that a FastCGI program can do: answers as many bytes as its query says, with libfcgi and nothing else.
 * What Proviso adds to this is its own. */
#include <fcgiapp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 20 };

static void answer(FCGX_Request *request, const char *body)
{
    const char *query = FCGX_GetParam("QUERY_STRING", request->envp);
    unsigned long bytes = query ? strtoul(query, NULL, 10) : 0;
    char head[128];

    if (bytes > MOST)
        bytes = MOST;
    snprintf(head, sizeof head, "Content-Type: text/html; charset=utf-8\r\nContent-Length: %lu\r\n\r\n", bytes);
    FCGX_PutS(head, request->out);
    FCGX_PutStr(body, (int)bytes, request->out);
}

int main(void)
{
    static char body[MOST];
    FCGX_Request request;

    memset(body, 'x', sizeof body);
    FCGX_Init();
    FCGX_InitRequest(&request, 0, FCGI_FAIL_ACCEPT_ON_INTR);
    while (FCGX_Accept_r(&request) == 0) {
        answer(&request, body);
        FCGX_Finish_r(&request);
    }
    return 0;
}
