using System.Globalization;
using System.Text;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Importing;

/// <summary>Who the usual labels of dialogues are, in Spanish and English.</summary>
internal static class SpeakerLabels
{
    private static readonly Dictionary<string, SpeakerRole> Known = new(StringComparer.Ordinal)
    {
        ["doctor"] = SpeakerRole.Physician,
        ["doctora"] = SpeakerRole.Physician,
        ["dr"] = SpeakerRole.Physician,
        ["dra"] = SpeakerRole.Physician,
        ["d"] = SpeakerRole.Physician,
        ["m"] = SpeakerRole.Physician,
        ["medico"] = SpeakerRole.Physician,
        ["medica"] = SpeakerRole.Physician,
        ["physician"] = SpeakerRole.Physician,
        ["provider"] = SpeakerRole.Physician,
        ["paciente"] = SpeakerRole.Patient,
        ["patient"] = SpeakerRole.Patient,
        ["pt"] = SpeakerRole.Patient,
        ["p"] = SpeakerRole.Patient,
        ["madre"] = SpeakerRole.Relative,
        ["padre"] = SpeakerRole.Relative,
        ["mama"] = SpeakerRole.Relative,
        ["papa"] = SpeakerRole.Relative,
        ["esposa"] = SpeakerRole.Relative,
        ["esposo"] = SpeakerRole.Relative,
        ["hija"] = SpeakerRole.Relative,
        ["hijo"] = SpeakerRole.Relative,
        ["familiar"] = SpeakerRole.Relative,
        ["acompanante"] = SpeakerRole.Relative,
        ["mother"] = SpeakerRole.Relative,
        ["father"] = SpeakerRole.Relative,
        ["wife"] = SpeakerRole.Relative,
        ["husband"] = SpeakerRole.Relative,
        ["relative"] = SpeakerRole.Relative,
        ["guest_family"] = SpeakerRole.Relative,
        ["guest_clinician"] = SpeakerRole.Clinician,
        ["enfermera"] = SpeakerRole.Clinician,
        ["enfermero"] = SpeakerRole.Clinician,
        ["nurse"] = SpeakerRole.Clinician,
        ["clinician"] = SpeakerRole.Clinician,
    };

    public static SpeakerRole RoleOf(string label) => Known.GetValueOrDefault(Folded(label));

    public static bool IsKnown(string label) => Known.ContainsKey(Folded(label));

    /// <summary>Lower case without accents and dots: <c>Dr.</c> and <c>dr</c> are one voice.</summary>
    public static string Folded(string label)
    {
        var folded = new StringBuilder(label.Length);
        foreach (var c in label.Trim().Normalize(NormalizationForm.FormD))
        {
            if (c != '.' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Splits a line that begins with a label; null where it does not look like one.</summary>
    public static (string Label, string Text)? Split(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 40) return null;
        var label = line[..colon].Trim().TrimStart('[', '(', '-', '*').TrimEnd(']', ')', '*').Trim();
        if (label.Length == 0 || !char.IsLetter(label[0]) || label.Split(' ').Length > 4) return null;
        return label.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '_' or '-' or '\'' or 'º' or 'ª') ? (label, line[(colon + 1)..].Trim()) : null;
    }
}
