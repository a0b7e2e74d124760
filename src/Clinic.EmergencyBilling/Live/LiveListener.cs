using System.Threading.Channels;

namespace Clinic.EmergencyBilling.Live;

/// <summary>Somebody who follows the running timers of a site; dispose it to leave.</summary>
/// <remarks>Who falls behind by more than a few frames is let go, so that nobody waits for them; they come again and begin anew.</remarks>
public sealed class LiveListener : IDisposable
{
    private readonly Channel<LiveFrame> channel;
    private readonly Action<LiveListener> leave;

    internal LiveListener(int capacity, Action<LiveListener> leave)
    {
        channel = Channel.CreateBounded<LiveFrame>(new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        this.leave = leave;
    }

    /// <summary>The frames in order; completed when the listener fell behind, with the failure when the clinic's data could not be read.</summary>
    public ChannelReader<LiveFrame> Frames => channel.Reader;

    /// <inheritdoc/>
    public void Dispose()
    {
        channel.Writer.TryComplete();
        leave(this);
    }

    internal bool TryGive(LiveFrame frame) => channel.Writer.TryWrite(frame);

    internal void End(Exception? failure = null) => channel.Writer.TryComplete(failure);
}
