namespace Clinic.Api.Commands.Doctoring;

/// <summary>What one look found.</summary>
/// <param name="Health">How serious it is.</param>
/// <param name="About">What was looked at.</param>
/// <param name="Text">What was found, and what to do.</param>
internal sealed record Finding(FindingHealth Health, string About, string Text)
{
    public static Finding Good(string about, string text) => new(FindingHealth.Good, about, text);

    public static Finding Warning(string about, string text) => new(FindingHealth.Warning, about, text);

    public static Finding Bad(string about, string text) => new(FindingHealth.Bad, about, text);

    public override string ToString() => $"{Health.ToString().ToLowerInvariant(),-8}{About,-10}{Text}";
}
