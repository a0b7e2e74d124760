namespace Clinic.Stateless.Tests;

/// <summary>States of the machine under test; locked lies inside closed.</summary>
internal enum Door
{
    Open,
    Closed,
    Locked,
    Sealed,
}
