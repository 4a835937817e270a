namespace CodeReference.Format;

/// <summary>
/// Where the cells of a row of the fee schedule stand in it.
/// Compiled into the library and into the compiler.
/// </summary>
internal static class FeeScheduleColumns
{
    public const SectionKind Table = SectionKind.FeeSchedule;

    public const int Procedure = 0;
    public const int Status = 1;
    public const int PcTc = 2;
    public const int Global = 3;
    public const int Multiple = 4;
    public const int Bilateral = 5;
    public const int Assistant = 6;
    public const int CoSurgeon = 7;
    public const int Team = 8;
    public const int Modifier = 9;
    public const int WorkRvu = 10;
    public const int NonFacilityPeRvu = 11;
    public const int FacilityPeRvu = 12;
    public const int MpRvu = 13;
    public const int NonFacilityTotal = 14;
    public const int FacilityTotal = 15;
    public const int Preoperative = 16;
    public const int Intraoperative = 17;
    public const int Postoperative = 18;
    public const int EndoscopicBase = 19;
}

/// <summary>
/// Where the cells of a row of the table of indicators stand in it: up to Team where the fee schedule has them, so that a
/// rule finds an indicator in either by one number.
/// </summary>
internal static class IndicatorColumns
{
    public const SectionKind Table = SectionKind.FeeScheduleIndicators;

    public const int Procedure = FeeScheduleColumns.Procedure;
    public const int Status = FeeScheduleColumns.Status;
    public const int PcTc = FeeScheduleColumns.PcTc;
    public const int Global = FeeScheduleColumns.Global;
    public const int Multiple = FeeScheduleColumns.Multiple;
    public const int Bilateral = FeeScheduleColumns.Bilateral;
    public const int Assistant = FeeScheduleColumns.Assistant;
    public const int CoSurgeon = FeeScheduleColumns.CoSurgeon;
    public const int Team = FeeScheduleColumns.Team;
    public const int Source = Team + 1;
}

/// <summary>Where the cells of a medically unlikely edit stand in its row.</summary>
internal static class UnlikelyEditColumns
{
    public const SectionKind Table = SectionKind.UnlikelyEdits;

    public const int Procedure = 0;
    public const int Units = 1;
    public const int AdjudicationIndicator = 2;
    public const int Rationale = 3;
}

/// <summary>Where the cells of a row of the table of unit limits stand in it: up to Rationale where the official file has them.</summary>
internal static class UnitLimitColumns
{
    public const SectionKind Table = SectionKind.UnitLimits;

    public const int Procedure = UnlikelyEditColumns.Procedure;
    public const int Units = UnlikelyEditColumns.Units;
    public const int AdjudicationIndicator = UnlikelyEditColumns.AdjudicationIndicator;
    public const int Rationale = UnlikelyEditColumns.Rationale;
    public const int Source = Rationale + 1;
}

/// <summary>Where the cells of a range of procedures that belong to a class stand in its row.</summary>
internal static class ProcedureClassColumns
{
    public const SectionKind Table = SectionKind.ProcedureClasses;

    public const int Class = 0;
    public const int From = 1;
    public const int To = 2;
    public const int Source = 3;
}
