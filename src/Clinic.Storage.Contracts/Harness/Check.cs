using System.Globalization;

namespace Clinic.Storage.Contracts;

/// <summary>Comparisons that say what was expected.</summary>
internal static class Check
{
    public static void True(bool condition, string what)
    {
        if (!condition) throw new ContractViolationException($"Expected: {what}.");
    }

    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new ContractViolationException($"{what}: expected {Show(expected)}, found {Show(actual)}.");
    }

    public static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        var (left, right) = (expected.ToList(), actual.ToList());
        if (!left.SequenceEqual(right))
            throw new ContractViolationException($"{what}: expected [{string.Join(", ", left.Select(x => Show(x)))}], found [{string.Join(", ", right.Select(x => Show(x)))}].");
    }

    public static T Found<T>(T? value, string what)
        where T : class => value ?? throw new ContractViolationException($"{what}: expected one, found none.");

    public static async Task<TException> ThrowsAsync<TException>(Func<Task> call, string what)
        where TException : Exception
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (TException expected)
        {
            return expected;
        }

        throw new ContractViolationException($"{what}: expected {typeof(TException).Name}, but the call succeeded.");
    }

    private static string Show(object? value) => value switch
    {
        null => "nothing",
        string text => $"'{text.Replace("\0", "\\0", StringComparison.Ordinal)}'",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
