using Clinic.Abstractions;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Who is told: addresses get a mail, roles see a badge.</summary>
/// <param name="Addresses">Mail addresses, at most fifty.</param>
/// <param name="Roles">Roles whose people see the alert as theirs.</param>
public sealed record AlertRecipients(IReadOnlyList<string> Addresses, IReadOnlyList<Role> Roles)
{
    /// <summary>Nobody in particular.</summary>
    public static AlertRecipients Nobody { get; } = new([], []);
}
