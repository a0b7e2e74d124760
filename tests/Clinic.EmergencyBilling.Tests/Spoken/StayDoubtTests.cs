using Clinic.EmergencyBilling.Spoken;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Spoken;

public sealed class StayDoubtTests
{
    private const string Pause = "pausar el conteo de Juan Pérez por procedimiento";

    private readonly EmergencyRoom room = new();

    [Fact]
    public async Task Of_namesakes_none_is_taken_and_document_end_and_arrival_tell_them_apart()
    {
        var away = room.Add("Juan Pérez", "0911111111");
        var here = room.Here("Juan Pérez", document: "0922222222");

        var doubt = Assert.Single(Assert.IsType<StayHearing.Ambiguous>(await room.HearAsync(Pause)).Doubts);

        Assert.Equal(StaySlot.Patient, doubt.Slot);
        Assert.Equal([here.Id.Value, away.Id.Value], doubt.Choices.Select(c => c.Id!.Value));
        Assert.Equal(["Juan Pérez (documento …2222, llegó 09:30)", "Juan Pérez (documento …1111)"], doubt.Choices.Select(c => c.Text));
        var chosen = Assert.IsType<StayHearing.Understood>(await room.HearAsync(Pause, choices: new(here.Id)));
        Assert.Equal(here.Id, chosen.Patient);
    }

    [Theory]
    [InlineData("pausar el conteo de Juan Pérez documento terminado en 2222 por procedimiento")]
    [InlineData("pausar el conteo de Juan Pérez con cédula terminada en dos dos dos dos por procedimiento")]
    [InlineData("pausar el conteo de Juan Pérez, cédula 0922222222, por procedimiento")]
    [InlineData("pause the clock of Juan Perez with document ending in 2222 for a procedure")]
    public async Task The_end_of_the_document_tells_namesakes_apart(string text)
    {
        room.Here("Juan Pérez", document: "0911111111");
        var meant = room.Here("Juan Pérez", document: "0922222222");

        Assert.Equal(meant.Id, Assert.IsType<StayHearing.Understood>(await room.HearAsync(text)).Patient);
        Assert.IsType<StayHearing.Unknown>(await room.HearAsync(text.Replace("2222", "3333", StringComparison.Ordinal).Replace("dos dos dos dos", "tres tres", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_word_of_a_name_is_not_yet_certain()
    {
        room.Here("Juan Pérez García");

        Assert.IsType<StayHearing.Ambiguous>(await room.HearAsync("pausar el conteo de García por procedimiento"));
        Assert.IsType<StayHearing.Understood>(await room.HearAsync("pausar el conteo de Pérez García por procedimiento"));
    }

    [Fact]
    public async Task A_name_said_twice_by_the_engine_is_one_name()
    {
        room.Here("Juan Pérez");
        room.Here("Luis García García");

        Assert.IsType<StayHearing.Understood>(await room.HearAsync("pausar el conteo de Juan Pérez Juan Pérez por procedimiento"));
        Assert.IsType<StayHearing.Understood>(await room.HearAsync("pausar el conteo de García García por procedimiento"));
    }

    [Fact]
    public async Task Nobody_of_the_name_is_unknown_and_near_ones_are_only_offered()
    {
        var near = room.Here("Juan Peres");

        var unknown = Assert.IsType<StayHearing.Unknown>(await room.HearAsync(Pause));

        Assert.Equal(near.Id.Value, Assert.Single(Assert.Single(unknown.Doubts).Choices).Id);
        Assert.Empty(Assert.Single(Assert.IsType<StayHearing.Unknown>(await room.HearAsync("pausar el conteo de Nadie Ninguno por procedimiento")).Doubts).Choices);
        Assert.IsType<StayHearing.Unknown>(await room.HearAsync(Pause, choices: new(new Clinic.Abstractions.PatientId(Guid.CreateVersion7()))));
    }

    [Fact]
    public async Task Of_several_open_stays_one_is_chosen_by_its_arrival()
    {
        var patient = room.Add("Juan Pérez");
        var first = room.Stay(patient, ago: Duration.FromHours(30));
        var second = room.Stay(patient, StayStatus.Registered);

        var doubt = Assert.Single(Assert.IsType<StayHearing.Ambiguous>(await room.HearAsync(Pause)).Doubts);

        Assert.Equal(StaySlot.Stay, doubt.Slot);
        Assert.Equal(["en curso, llegó 2026-03-09 08:30", "registrada, llegó 09:30"], doubt.Choices.Select(c => c.Text));
        Assert.Equal(first.Id, Assert.IsType<StayHearing.Understood>(await room.HearAsync(Pause, choices: new(Stay: first.Id))).Command.Stay);
        Assert.IsType<StayHearing.Impossible>(await room.HearAsync(Pause, choices: new(Stay: second.Id)));
        Assert.IsType<StayHearing.Unknown>(await room.HearAsync(Pause, choices: new(Stay: new(Guid.CreateVersion7()))));
    }

    [Theory]
    [InlineData("pausar el conteo de Juan Pérez", StaySlot.Reason)]
    [InlineData("cerrar el conteo de Juan Pérez", StaySlot.Disposition)]
    [InlineData("stop the clock of Juan Perez", StaySlot.Disposition)]
    [InlineData("iniciar el conteo", StaySlot.Patient)]
    [InlineData("reanudar el reloj a las 14:10", StaySlot.Patient)]
    public async Task What_is_missing_is_asked_for(string text, StaySlot slot)
    {
        room.Here("Juan Pérez");

        var incomplete = Assert.IsType<StayHearing.Incomplete>(await room.HearAsync(text));

        Assert.Equal(slot, Assert.Single(incomplete.Missing));
        Assert.NotEmpty(incomplete.Question);
        Assert.Equal(0, room.Lookups);
    }

    [Fact]
    public async Task What_was_missing_may_be_chosen_instead_of_said_again()
    {
        room.Here("Juan Pérez");

        var pause = Assert.IsType<StayHearing.Understood>(await room.HearAsync("pausar el conteo de Juan Pérez", choices: new(Pause: PauseKind.Transport)));
        var close = Assert.IsType<StayHearing.Understood>(await room.HearAsync("cerrar el conteo de Juan Pérez", choices: new(Disposition: Disposition.Admitted)));

        Assert.Equal(PauseKind.Transport, Assert.IsType<PauseStay>(pause.Command).Kind);
        Assert.Equal(Disposition.Admitted, Assert.IsType<CloseStay>(close.Command).Disposition);
        Assert.IsType<StayHearing.Incomplete>(await room.HearAsync("pausar el conteo de Juan Pérez", choices: new(Pause: PauseKind.Other)));
    }

    [Theory]
    [InlineData("iniciar el conteo de Juan Pérez", StayStatus.Running, "No se puede iniciar: la estadía está en curso.")]
    [InlineData("pausar el conteo de Juan Pérez por permiso", StayStatus.Registered, "No se puede pausar: la estadía está registrada.")]
    [InlineData("pausar el conteo de Juan Pérez por permiso", StayStatus.Paused, "No se puede pausar: la estadía está en pausa.")]
    [InlineData("reanudar el conteo de Juan Pérez", StayStatus.Running, "No se puede reanudar: la estadía está en curso.")]
    [InlineData("cerrar el conteo de Juan Pérez con alta", StayStatus.Registered, "No se puede cerrar: la estadía está registrada.")]
    public async Task A_clock_that_stands_elsewhere_refuses(string text, StayStatus status, string sentence)
    {
        room.Here("Juan Pérez", status);

        var failure = Assert.Single(Assert.IsType<StayHearing.Impossible>(await room.HearAsync(text)).Failures);

        Assert.Equal((EmergencyBillingRules.SpokenWrongStatus, sentence), (failure.Code, EmergencyBillingRules.Texts.Describe(failure, "es")));
    }

    [Fact]
    public async Task Every_failed_guard_is_told_at_once()
    {
        room.Here("Juan Pérez");

        var impossible = Assert.IsType<StayHearing.Impossible>(await room.HearAsync(
            "reanudar el conteo de Juan Pérez a las 8:00", choices: new(Reason: new string('x', 301))));

        Assert.Equal(
            [EmergencyBillingRules.SpokenWrongStatus, EmergencyBillingRules.SpokenReasonTooLong, EmergencyBillingRules.SpokenTimeBeforeArrival],
            impossible.Failures.Select(f => f.Code));
        Assert.Equal(3, impossible.ToException().Failures.Count);
    }

    [Fact]
    public async Task A_patient_without_an_open_stay_has_no_clock()
    {
        room.Add("Juan Pérez");

        Assert.Equal(EmergencyBillingRules.SpokenNoStay, Assert.Single(Assert.IsType<StayHearing.Impossible>(await room.HearAsync(Pause)).Failures).Code);
    }

    [Fact]
    public async Task A_recogniser_that_is_not_sure_is_not_acted_on_and_nobody_is_looked_up()
    {
        room.Here("Juan Pérez");

        var unsure = Assert.IsType<StayHearing.NotUnderstood>(await room.HearAsync(Pause, confidence: 0.59m));

        Assert.Equal((EmergencyBillingRules.SpokenUnsure, 0), (unsure.Reason.Code, room.Lookups));
        Assert.IsType<StayHearing.Understood>(await room.HearAsync(Pause, confidence: 0.6m));
        await Assert.ThrowsAsync<ArgumentException>(() => room.HearAsync(Pause, confidence: 1.1m));
    }

    [Fact]
    public async Task Who_left_gives_no_other_reason_than_that()
    {
        room.Here("Juan Pérez");

        var heard = Assert.IsType<StayHearing.Understood>(await room.HearAsync("cerrar el conteo de Juan Pérez, se fue sin ser atendido"));

        Assert.Equal((Disposition.LeftWithoutBeingSeen, "se fue sin ser atendido"), Assert.IsType<AbandonStay>(heard.Command) is { } a ? (a.Disposition, a.Reason) : default);
        Assert.Equal("Cerrar el conteo de Juan Pérez (llegó 09:30); destino: se fue sin ser atendido. ¿Confirma?", heard.Confirmation);
    }

    [Fact]
    public async Task The_confirmation_reads_everything_back()
    {
        room.Here("Mary Perez", document: "A-1234567");

        var heard = Assert.IsType<StayHearing.Understood>(await room.HearAsync("pause the clock of Mary Perez because of the lift at 2:10 pm"));

        Assert.Equal("Pause the clock of Mary Perez (document …4567, arrived 09:30); reason: other (the lift); at 14:10. Confirm?", heard.Confirmation);
        Assert.DoesNotContain("Mary", heard.ToString() + heard.Command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_of_choices_and_sentences_show_no_names()
    {
        room.Here("Juan Pérez");
        room.Here("Juan Pérez");

        var doubt = Assert.Single(Assert.IsType<StayHearing.Ambiguous>(await room.HearAsync(Pause)).Doubts);

        Assert.DoesNotContain("Juan", string.Concat(doubt, doubt.Choices[0], new StayChoices(Reason: "Juan"), new StayPatient(new(Guid.CreateVersion7()), "Juan"), new StaySentence(room.Tenant, room.Speaker, "Juan")), StringComparison.Ordinal);
    }
}
