using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;

namespace Clinic.EmergencyBilling.Tests;

/// <summary>Runs a property inside a fact; a failure prints the seed that repeats it.</summary>
public static class Properties
{
    /// <summary>Checks the property; the variable FSCHECK_REPLAY ("seed,gamma,size") repeats a failure.</summary>
    public static void Holds(this Property property, int maxTest = 200, [CallerMemberName] string name = "")
    {
        var config = Config.QuickThrowOnFailure.WithName(name).WithQuietOnSuccess(true).WithMaxTest(maxTest);
        if (Environment.GetEnvironmentVariable("FSCHECK_REPLAY") is { Length: > 0 } replay)
        {
            var parts = replay.Trim('(', ')').Split(',');
            config = config.WithReplay(
                ulong.Parse(parts[0], CultureInfo.InvariantCulture),
                ulong.Parse(parts[1], CultureInfo.InvariantCulture),
                int.Parse(parts[2], CultureInfo.InvariantCulture));
        }

        property.Check(config);
    }
}
