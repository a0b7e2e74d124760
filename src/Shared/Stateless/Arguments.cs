namespace Stateless;

/// <summary>Checks and reads what a trigger carries.</summary>
internal static class Arguments
{
    /// <summary>The first argument, or the default value where none was given.</summary>
    public static TArg0 Read<TArg0>(object?[] args) => args.Length == 0 ? default! : (TArg0)args[0]!;

    /// <summary>Refuses too many arguments and one of another type.</summary>
    public static void Check(object?[] args, Type expected)
    {
        if (args.Length > 1) throw new ArgumentException($"Too many parameters have been supplied. Expecting {1} but got {args.Length}.");
        if (args.Length == 1 && args[0] is { } arg && !expected.IsInstanceOfType(arg))
            throw new ArgumentException($"The argument in position {0} is of type {arg.GetType()} but must be of type {expected}.");
    }
}
