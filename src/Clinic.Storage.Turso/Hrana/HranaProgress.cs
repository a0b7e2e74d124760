namespace Clinic.Storage.Turso;

/// <summary>How far the log of the server was when this client last heard of it; reads ask a replica to be as far. Thread-safe.</summary>
internal sealed class HranaProgress
{
    private const long Unknown = -1;

    private long seen = Unknown;

    /// <summary>What a read must see; null when nothing is known.</summary>
    public long? Seen => Interlocked.Read(ref seen) is >= 0 and var index ? index : null;

    /// <summary>Takes over what an answer says.</summary>
    /// <param name="asked">What the request asked for, if anything.</param>
    /// <param name="found">How far the server was.</param>
    public void Note(long? asked, long? found)
    {
        if (found is not { } index) return;
        if (index < asked)
        {
            // A server that was killed begins its log anew: the old number would be waited for in vain.
            Interlocked.Exchange(ref seen, index);
            return;
        }

        for (var known = Interlocked.Read(ref seen); known < index;)
        {
            var before = Interlocked.CompareExchange(ref seen, index, known);
            if (before == known) return;
            known = before;
        }
    }

    /// <summary>Asks for nothing more until the next answer, because the server may be another one than before.</summary>
    public void Forget() => Interlocked.Exchange(ref seen, Unknown);
}
