namespace Clinic.Storage.Turso;

/// <summary>Lines of an answer while it arrives; memory is that of the longest line.</summary>
internal sealed class HranaLines(Stream stream) : IDisposable
{
    private const int Longest = 64 * 1024 * 1024;

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>The next line without its end, until the next call; null at the end. A line that was cut is an error.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var at = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = buffer.AsMemory(start, searched + at);
                start += searched + at + 1;
                return line;
            }

            searched = end - start;
            MakeRoom();
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            if (read > 0) end += read;
            else return searched == 0 ? null : throw new EndOfStreamException("The last line is cut.");
        }
    }

    public void Dispose() => stream.Dispose();

    private void MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end < buffer.Length) return;
        if (buffer.Length >= Longest) throw new FormatException("A line of the answer is too long.");
        Array.Resize(ref buffer, buffer.Length * 2);
    }
}
