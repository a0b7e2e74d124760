namespace Clinic.Api.Commands.Doctoring;

/// <summary>How serious a finding is.</summary>
internal enum FindingHealth
{
    Good,
    Warning,
    Bad,
}
