namespace Clinic.Stateless.Tests;

/// <summary>Triggers of the machine under test.</summary>
internal enum Push
{
    Shut,
    Turn,
    Pull,
    Knock,
}
