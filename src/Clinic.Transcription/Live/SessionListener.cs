using System.Threading.Channels;
using Clinic.Abstractions;

namespace Clinic.Transcription.Live;

/// <summary>One who follows a running session; disposing leaves.</summary>
public sealed class SessionListener : IDisposable
{
    private const int MostBehind = 256;

    private readonly Channel<LiveFrame> channel = Channel.CreateBounded<LiveFrame>(new BoundedChannelOptions(MostBehind) { SingleReader = true });
    private readonly Action<SessionListener> leave;

    internal SessionListener(Actor actor, Action<SessionListener> leave) => (Actor, this.leave) = (actor, leave);

    /// <summary>What is told; ends when the listener is too far behind, loses its part or the session is over.</summary>
    public ChannelReader<LiveFrame> Frames => channel.Reader;

    internal Actor Actor { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        leave(this);
    }

    internal bool TryGive(LiveFrame frame) => channel.Writer.TryWrite(frame);

    internal void End() => channel.Writer.TryComplete();
}
