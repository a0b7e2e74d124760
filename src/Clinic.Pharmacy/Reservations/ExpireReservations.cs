namespace Clinic.Pharmacy.Reservations;

/// <summary>Gives free the reservations whose time has come; the job's command.</summary>
/// <param name="Most">How many at the most, 1 to 500.</param>
public sealed record ExpireReservations(int Most) : PharmacyCommand<ExpireAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.expire-reservations";
}
