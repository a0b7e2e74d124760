using System.Globalization;
using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Pharmacy;
using Clinic.Racer;
using Clinic.Testing.Wards;

// loop PATH: issues 1 to 3 units for ever, saying each command before and after; somebody kills it.
// race PATH N: waits for a line, then tries to issue one unit N times, saying what happened.
// handover PATH ID…: hands over each dispensation, saying each command before and after; somebody kills it.
// work FOLDER STEP: does the work of a practice, saying each step, and stands still at one; somebody kills it there.
// record PATH: records for ever, saying what was given and what is written through; somebody kills it.
if (args[0] == "record") await new Recorder(args[1]).RecordAsync(Say);

if (args[0] == "work")
{
    await using var practice = new Practice(args[1], new Steps(int.Parse(args[2], CultureInfo.InvariantCulture), Say));
    await practice.WorkAsync(CancellationToken.None);
    return;
}

if (args[0] == "handover")
{
    using var hall = new Hall(args[1]);
    foreach (var id in args.Skip(2))
    {
        var x = hall.World.As(WardPeople.Auxiliary);
        Say($"try {x.Command} {id}");
        await hall.HandOverAsync(x, DispensationId.Parse(id));
        Say($"done {x.Command} {id}");
    }

    await Task.Delay(Timeout.Infinite);
}

using var world = new World(args[1]);
var presentation = await world.PresentationAsync();
var ids = world.Get<IIdGenerator>();
if (args[0] == "loop")
{
    for (var i = 0; ; i++)
    {
        var command = ids.Next<CommandId>();
        var quantity = (i % 3) + 1;
        Say($"try {command} {quantity}");
        await world.IssueAsync(command, presentation, quantity);
        Say($"done {command} {quantity}");
    }
}

Say("ready");
await Console.In.ReadLineAsync();
for (var i = 0; i < int.Parse(args[2], CultureInfo.InvariantCulture); i++)
{
    try
    {
        await world.IssueAsync(ids.Next<CommandId>(), presentation, 1);
        Say("issued");
    }
    catch (PharmacyException e) when (e.Code == PharmacyRules.StockShort)
    {
        Say("short");
    }
}

static void Say(string line)
{
    Console.Out.WriteLine(line);
    Console.Out.Flush();
}
