using Clinic.Abstractions;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>Sorts presentations into A, B and C by their share of the value. Pure.</summary>
public static class ValueClasses
{
    /// <summary>The class of each presentation: the dearest first, until the shares of A and B are used up.</summary>
    /// <param name="values">The value of each presentation.</param>
    /// <param name="shareOfA">The share of the value that class A holds, above 0.</param>
    /// <param name="shareOfB">The share that A and B hold together, at least that of A.</param>
    /// <remarks>What begins within a share belongs to its class; equal values are ordered by id, so that the answer is always the same.</remarks>
    public static IReadOnlyDictionary<PresentationId, ValueClass> Of(
        IReadOnlyDictionary<PresentationId, decimal> values, decimal shareOfA, decimal shareOfB)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shareOfA);
        ArgumentOutOfRangeException.ThrowIfLessThan(shareOfB, shareOfA);
        var total = values.Values.Sum();
        var classes = new Dictionary<PresentationId, ValueClass>();
        var before = 0m;
        foreach (var (presentation, value) in values.OrderByDescending(v => v.Value).ThenBy(v => v.Key.Value))
        {
            classes.Add(presentation, value == 0 || before >= total * shareOfB ? ValueClass.C : before >= total * shareOfA ? ValueClass.B : ValueClass.A);
            before += value;
        }

        return classes;
    }
}
