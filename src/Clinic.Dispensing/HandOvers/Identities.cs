using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.HandOvers;

/// <summary>The five identities of a dispensation: requested, authorised, prepared, delivered, received.</summary>
public static class Identities
{
    /// <summary>Each identity that is known, in order; one line per hand-over for the last two.</summary>
    public static IReadOnlyList<(string Part, PersonId Person)> Of(Dispensation dispensation)
    {
        ArgumentNullException.ThrowIfNull(dispensation);
        var all = new List<(string, PersonId)> { ("requester", dispensation.Requested.By) };
        if (dispensation.Authorised is { } authorised) all.Add(("authoriser", authorised.By));
        if (dispensation.Prepared is { } prepared) all.Add(("preparer", prepared.By));
        foreach (var handOver in dispensation.HandOvers)
        {
            all.Add(("deliverer", handOver.Deliverer));
            all.Add(("recipient", handOver.Recipient));
        }

        return [.. all.Distinct()];
    }

    /// <summary>Every two parts that one person plays, with those that are about to be played.</summary>
    internal static void CheckDistinct(Failures failures, Dispensation dispensation, PersonId? deliverer, PersonId? recipient, PersonId? authoriser = null)
    {
        var all = Of(dispensation).ToList();
        // Who confirmed a lot prepared it too, whoever said that all is ready.
        all.AddRange(dispensation.Lines.SelectMany(l => l.Parts).Where(p => p.Confirmed is not null).Select(p => ("preparer", p.Confirmed!.By)));
        if (deliverer is { } d) all.Add(("deliverer", d));
        if (recipient is { } r) all.Add(("recipient", r));
        if (authoriser is { } a) all.Add(("authoriser", a));
        var parts = all.Distinct().ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            for (var j = i + 1; j < parts.Count; j++)
            {
                if (parts[i].Item2 == parts[j].Item2 && parts[i].Item1 != parts[j].Item1)
                    failures.Add(DispensingRules.NotDistinct, ("first", parts[i].Item1), ("second", parts[j].Item1));
            }
        }
    }
}
