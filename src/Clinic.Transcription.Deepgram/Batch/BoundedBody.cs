using System.Buffers;

namespace Clinic.Transcription.Deepgram.Batch;

/// <summary>Reads a body up to a limit; a longer one is cut, which no reader of JSON takes for an answer.</summary>
internal static class BoundedBody
{
    private const int Step = 64 * 1024;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int most, CancellationToken ct)
    {
        var stream = await content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var body = new ArrayBufferWriter<byte>(Step);
            while (body.WrittenCount < most)
            {
                var read = await stream.ReadAsync(body.GetMemory(Step), ct).ConfigureAwait(false);
                if (read == 0) break;
                body.Advance(read);
            }

            return body.WrittenMemory;
        }
    }
}
