using NodaTime;

namespace Clinic.Pharmacy.Sales;

/// <summary>The prescription behind a line of a sale; the paper itself stays in the pharmacy.</summary>
/// <param name="Number">The number of the form; 1 to 40 characters.</param>
/// <param name="Prescriber">Who prescribed; 1 to 120 characters.</param>
/// <param name="Registry">The prescriber's professional register; 1 to 40 characters.</param>
/// <param name="Issued">The date on the form.</param>
public sealed record PrescriptionReference(string Number, string Prescriber, string Registry, LocalDate Issued)
{
    /// <summary>The date only; names stay out of logs.</summary>
    public override string ToString() => NodaTime.Text.LocalDatePattern.Iso.Format(Issued);

    internal void Check(Failures failures)
    {
        failures.Text("prescription.number", Number, 40);
        failures.Text("prescription.prescriber", Prescriber, 120);
        failures.Text("prescription.registry", Registry, 40);
    }
}
