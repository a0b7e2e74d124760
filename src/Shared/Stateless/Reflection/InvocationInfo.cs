namespace Stateless.Reflection;

/// <summary>The name and description of a guard or a selector.</summary>
internal sealed class InvocationInfo
{
    private readonly string? description;

    private InvocationInfo(string methodName, string? description)
    {
        MethodName = methodName;
        this.description = description;
    }

    /// <summary>What a nameless function is called; <c>Function</c>.</summary>
    public static string DefaultFunctionDescription { get; set; } = "Function";

    /// <summary>The name of the method, which the compiler invents for lambdas.</summary>
    public string MethodName { get; }

    /// <summary>The given description, else the method's name, else the name of nameless functions.</summary>
    public string Description =>
        description ?? (MethodName.AsSpan().IndexOfAny("<>`") >= 0 ? DefaultFunctionDescription : MethodName);

    internal static InvocationInfo Of(Delegate method, string? description) => new(method.Method.Name, description);
}
