using System.Globalization;

namespace Clinic.Transcription.Language;

/// <summary>What the rules know of a medicine.</summary>
/// <param name="Name">Its one spelling.</param>
/// <param name="Group">Its class, for allergies that cross.</param>
/// <param name="MostOfDose">The most milligrams at once; 0 where no range is kept.</param>
/// <param name="MostOfDay">The most milligrams of a day; 0 where no range is kept.</param>
internal sealed record DrugFacts(string Name, string Group, decimal MostOfDose, decimal MostOfDay)
{
    public static IEnumerable<(DrugFacts Drug, string[] Names)> All()
    {
        using var stream = typeof(DrugFacts).Assembly.GetManifestResourceStream("Lexicons/drugs.txt") ?? throw new InvalidOperationException("The list of medicines is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split('|');
            yield return (new(parts[0], parts[2], Number(parts[3]), Number(parts[4])), [parts[0], .. parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries)]);
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
