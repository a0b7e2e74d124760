namespace Clinic.Storage.Turso;

/// <summary>Looks at all handles of SQLite every few milliseconds and stops what was cancelled or runs for too long.</summary>
/// <remarks>One timer for all, so that a statement pays nothing for being watched. It slows down while nothing runs, and ends with the last handle.</remarks>
internal static class Watchdog
{
    private const int Fast = 20;
    private const int Slow = 1000;
    private const int QuietTicks = 50;

    private static readonly Lock Gate = new();
    private static readonly List<LocalSession> Sessions = [];
    private static Timer? timer;
    private static volatile bool isSlow;
    private static int quiet;

    public static void Add(LocalSession session)
    {
        lock (Gate)
        {
            Sessions.Add(session);
            isSlow = false;
            timer ??= new Timer(static _ => Tick(), null, Fast, Fast);
        }
    }

    public static void Remove(LocalSession session)
    {
        lock (Gate)
        {
            Sessions.Remove(session);
            if (Sessions.Count > 0) return;
            timer?.Dispose();
            timer = null;
        }
    }

    /// <summary>Says that something runs again.</summary>
    public static void Wake()
    {
        if (isSlow) SetPace(slow: false);
    }

    private static void Tick()
    {
        lock (Gate)
        {
            var now = Environment.TickCount64;
            var runs = false;
            foreach (var session in Sessions) runs |= session.Look(now);
            if (runs)
            {
                quiet = 0;
                if (isSlow) SetPace(slow: false);
            }
            else if (!isSlow && ++quiet >= QuietTicks)
            {
                SetPace(slow: true);
            }
        }
    }

    private static void SetPace(bool slow)
    {
        lock (Gate)
        {
            isSlow = slow;
            quiet = 0;
            timer?.Change(slow ? Slow : Fast, slow ? Slow : Fast);
        }
    }
}
