namespace Clinic.Abstractions.Administration;

/// <summary>Adds the first person of a clinic, who administers it; only while there is nobody.</summary>
/// <param name="PersonName">The name for people, 1 to 120 characters.</param>
/// <param name="SignInName">The name typed at sign-in, 3 to 60 characters.</param>
/// <param name="Password">The password; it enters neither payload nor audit.</param>
public sealed record AddFirstAdministrator(string PersonName, string SignInName, Secret Password) : AdministrationCommand<PersonAnswer>
{
    /// <inheritdoc/>
    public override string Name => "clinic.add-first-administrator";

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        payload.Write("name", PersonName);
        payload.Write("signIn", SignInName);
    }
}
