using System.Reflection;

namespace Clinic.Racer;

/// <summary>Counts what a worker does towards the outside, before and after each call; at one of them it stands still until it is killed.</summary>
public sealed class Steps(int stop, Action<string> say)
{
    private int passed;

    public void Pass(string what)
    {
        var mine = Interlocked.Increment(ref passed);
        say($"step {mine} {what}");
        if (mine == stop) Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>The same port; one of its calls is a step before and after it.</summary>
    public T Watch<T>(T port, string call)
        where T : class
    {
        var watched = DispatchProxy.Create<T, Step<T>>();
        ((Step<T>)(object)watched).Watch(port, this, call);
        return watched;
    }
}
