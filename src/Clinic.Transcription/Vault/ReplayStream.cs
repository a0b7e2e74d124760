namespace Clinic.Transcription.Vault;

/// <summary>The samples of a recording up to its last whole frame; closes the recording with itself.</summary>
internal sealed class ReplayStream : Stream
{
    private readonly RecordedAudio audio;
    private readonly Stream inner;

    public ReplayStream(RecordedAudio audio, int frame, long dataOffset)
    {
        (this.audio, inner) = (audio, audio.OpenStream());
        Length = audio.Length <= dataOffset ? Math.Min(audio.Length, dataOffset) : dataOffset + ((audio.Length - dataOffset) / frame * frame);
    }

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(Span<byte> buffer) => inner.Read(buffer[..(int)Math.Clamp(Length - Position, 0, buffer.Length)]);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(origin == SeekOrigin.End ? Length + offset : offset, origin == SeekOrigin.End ? SeekOrigin.Begin : origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            audio.Dispose();
        }

        base.Dispose(disposing);
    }
}
