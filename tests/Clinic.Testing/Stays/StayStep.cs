using FsCheck;
using FsCheck.Fluent;

namespace Clinic.Testing.Stays;

/// <summary>One step of a history of stays.</summary>
/// <param name="Act">What is tried.</param>
/// <param name="Patient">Whose stay, 0 to 3.</param>
/// <param name="Minutes">How much time goes by before it.</param>
/// <param name="Amount">A number that the act uses as it likes, 0 to 99.</param>
public sealed record StayStep(StayAct Act, int Patient, int Minutes, int Amount)
{
    /// <summary>Histories, with more of what brings a stay forward.</summary>
    public static Gen<StayStep[]> Histories(int steps) =>
        (from act in Gen.Frequency(
            (4, Gen.Elements(StayAct.Begin, StayAct.Close, StayAct.Invoice, StayAct.Correct, StayAct.Deliver)), (1, Gen.Elements(Enum.GetValues<StayAct>())))
         from patient in Gen.Choose(0, 3)
         from minutes in Gen.Frequency((8, Gen.Choose(0, 90)), (1, Gen.Choose(600, 2000)))
         from amount in Gen.Choose(0, 99)
         select new StayStep(act, patient, minutes, amount)).ArrayOf(steps);
}
