using Clinic.Transcription.Drafting;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>What a clinic decides about its reports.</summary>
public sealed class ReportOptions
{
    /// <summary>The drafter that is asked where nobody names one.</summary>
    /// <value>Default <c>offline</c>.</value>
    public string Drafter { get; set; } = "offline";

    /// <summary>The template where nobody names one.</summary>
    /// <value>Default <c>visit</c>.</value>
    public string Template { get; set; } = "visit";

    /// <summary>How often a drafter is asked for one draft.</summary>
    /// <value>Default 3; 1 to 20.</value>
    public int DraftAttempts { get; set; } = 3;

    /// <summary>The pause after the first failed attempt of drafter or clinical record; it doubles each time.</summary>
    /// <value>Default 30 seconds; 1 second to 1 hour.</value>
    public Duration Pause { get; set; } = Duration.FromSeconds(30);

    /// <summary>The longest pause between two attempts.</summary>
    /// <value>Default one hour; at most a day.</value>
    public Duration LongestPause { get; set; } = Duration.FromHours(1);

    /// <summary>How long a drafter may take before somebody else asks again.</summary>
    /// <value>Default 5 minutes; 10 seconds to 1 hour.</value>
    public Duration DraftTime { get; set; } = Duration.FromMinutes(5);

    /// <summary>Whether medicines and allergies of earlier signed reports go to a drafter outside, where the patient lets text leave.</summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool EarlierReportsMayLeave { get; set; }

    /// <summary>Terms of the clinic's own that are marked in a review, with what they are; a word ending in <c>*</c> takes every ending.</summary>
    /// <value>Default none; at most 5,000 of 1 to 100 characters, of a stem at least three.</value>
    public IDictionary<string, EntityKind> Terms { get; } = new Dictionary<string, EntityKind>(StringComparer.OrdinalIgnoreCase);

    internal Duration PauseAfter(int attempts)
    {
        var doubled = Pause.TotalMilliseconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30));
        return Duration.FromMilliseconds(Math.Min(doubled, LongestPause.TotalMilliseconds));
    }
}
