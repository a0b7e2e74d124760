using Clinic.Abstractions;

namespace Clinic.Bridges.Dispensing;

/// <summary>Every patient of the words said, or those who share one of them.</summary>
internal sealed class PatientNameSearch(IPatientDirectory patients, TenantId tenant)
{
    private const int First = 100;
    private const int Growth = 10;
    private const int NearOfEach = 50;
    private const int NearWords = 3;
    private const int MostZeros = 3;

    /// <summary>All of them; figures only count where nothing else was said, as a document number.</summary>
    public async Task<IReadOnlyList<Patient>> AllAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var letters = words.Where(w => !w.Any(char.IsDigit)).ToList();
        if (letters.Count > 0) return await WholeAsync(Text(letters), cancellationToken).ConfigureAwait(false);
        var found = new List<Patient>();
        // A figure comes without the zeros before it.
        for (var zeros = 0; zeros <= MostZeros; zeros++)
            found.AddRange(await WholeAsync(Text([new string('0', zeros) + string.Concat(words)]), cancellationToken).ConfigureAwait(false));
        return [.. found.DistinctBy(p => p.Id)];
    }

    /// <summary>Some who have one of several words, to be offered where nobody has all of them.</summary>
    public async Task<IReadOnlyList<Patient>> NearAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var near = new List<Patient>();
        if (words.Count < 2) return near;
        foreach (var word in words.Where(w => w.Length <= PatientSearch.LongestText).Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length).Take(NearWords))
            near.AddRange(await patients.SearchAsync(tenant, word, NearOfEach, cancellationToken).ConfigureAwait(false));
        return [.. near.DistinctBy(p => p.Id)];
    }

    // A list that was cut could leave out a namesake, so it is asked for again, longer.
    private async Task<IReadOnlyList<Patient>> WholeAsync(string text, CancellationToken cancellationToken)
    {
        for (var most = First; ; most *= Growth)
        {
            var found = await patients.SearchAsync(tenant, text, most, cancellationToken).ConfigureAwait(false);
            if (found.Count < most || most > int.MaxValue / Growth) return found;
        }
    }

    // Fewer words find more people, and never leave one out.
    private static string Text(IReadOnlyList<string> words)
    {
        var text = "";
        foreach (var word in words)
        {
            if (text.Length + 1 + word.Length <= PatientSearch.LongestText) text = text.Length == 0 ? word : $"{text} {word}";
        }

        return text;
    }
}
