using Clinic.Abstractions;
using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken;

/// <summary>The command id that follows from who said what in which session, and what it came to mean.</summary>
internal static class SpokenFingerprint
{
    public static CommandId Of(SpokenRequest request, string normal, SpokenCommand command)
    {
        string[] said = [request.Tenant.ToString(), request.Actor.ToString(), request.Session.ToString("D"), normal];
        string[] meant = [command.ToString(), command.Presentation.ToString(), command.Patient.ToString(), .. Parts(command)];
        return Fingerprint.Of(said.Concat(meant));
    }

    // Reasons are part of the normal text, where case and accents do not count.
    private static string[] Parts(SpokenCommand command) => command switch
    {
        SpokenCommand.HandOver handOver => [handOver.Quantity.ToString(), handOver.Dose?.ToString() ?? ""],
        SpokenCommand.GiveDose dose => [dose.Amount.ToString()],
        SpokenCommand.Return returned => [returned.Quantity.ToString()],
        SpokenCommand.Waste waste => [waste.Quantity.ToString(), waste.Witness.ToString()],
        _ => throw new InvalidOperationException("The family of commands is closed."),
    };
}
