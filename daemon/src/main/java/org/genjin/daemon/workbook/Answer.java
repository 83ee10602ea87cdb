package org.genjin.daemon.workbook;

/**
 * What is said of a cell in a comment on it.
 *
 * @param sheet its place in the workbook, from 0
 * @param line as the spreadsheet counts, in the file as it was read
 * @param column from 0
 * @param words of the comment, as {@link AnswerWords} puts them
 */
record Answer(int sheet, int line, int column, String words) {}
