using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken;

/// <summary>The command id that follows from who said what in which session, and what it came to mean.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8"/>
internal static class SpokenFingerprint
{
    public static CommandId Of(SpokenRequest request, string normal, SpokenCommand command)
    {
        string[] said = [request.Tenant.ToString(), request.Actor.ToString(), request.Session.ToString("D"), normal];
        string[] meant = [command.ToString(), command.Presentation.ToString(), command.Patient.ToString(), .. Parts(command)];
        // Each part with its length, so that no two lists make the same text.
        var text = string.Concat(said.Concat(meant).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p};")));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new(new Guid(hash.AsSpan(0, 16), bigEndian: true));
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
