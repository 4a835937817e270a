using Google.Protobuf.Collections;
using Date = Google.Type.Date;

namespace CodeReference.Client;

/// <summary>Values that many messages have, from message to record and back.</summary>
internal static class WireValues
{
    public static Wire.View ToMessage(View view) => view switch
    {
        View.Basic => Wire.View.Basic,
        View.Full => Wire.View.Full,
        _ => (Wire.View)((int)view + 1),
    };

    public static View FromMessage(Wire.View view) => view switch
    {
        Wire.View.Unspecified or Wire.View.Basic => View.Basic,
        Wire.View.Full => View.Full,
        _ => (View)((int)view - 1),
    };

    public static Date? ToMessage(DateOnly? date) => date is { } day ? new() { Year = day.Year, Month = day.Month, Day = day.Day } : null;

    /// <returns>Null when there is no date, or no such day in the calendar.</returns>
    public static DateOnly? FromMessage(Date? date) =>
        date is not null && IsDay(date.Year, date.Month, date.Day) ? new(date.Year, date.Month, date.Day) : null;

    /// <summary>Whether three numbers are a day of the calendar.</summary>
    public static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    public static ProcedureCode Procedure(string code) => ProcedureCode.TryParse(code, out var procedure) ? procedure : default;

    public static ModifierCode Modifier(string code) => ModifierCode.TryParse(code, out var modifier) ? modifier : default;

    /// <summary>A list whose items are made when it is first read.</summary>
    public static MappedList<TMessage, TItem> List<TMessage, TItem>(RepeatedField<TMessage> messages, Func<TMessage, TItem> make) =>
        messages.Count == 0 ? MappedList<TMessage, TItem>.Empty : new(messages, make);
}
