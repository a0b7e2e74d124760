using System.Reflection;

namespace Clinic.Racer;

/// <summary>A port of which one call is a step.</summary>
public class Step<T> : DispatchProxy
    where T : class
{
    private T? inner;
    private Steps? steps;
    private string? name;

    internal void Watch(T port, Steps counted, string call) => (inner, steps, name) = (port, counted, call);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name != name) return targetMethod.Invoke(inner, BindingFlags.DoNotWrapExceptions, null, args, null);
        steps!.Pass($"before {typeof(T).Name}.{targetMethod.Name}");
        var answer = targetMethod.Invoke(inner, BindingFlags.DoNotWrapExceptions, null, args, null);
        // There is one thread of work; whoever waits here keeps nobody else waiting.
        ((Task)answer!).GetAwaiter().GetResult();
        steps.Pass($"after {typeof(T).Name}.{targetMethod.Name}");
        return answer;
    }
}
